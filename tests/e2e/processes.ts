import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process, told from a later one with the same number by its start time. */
export interface ProcessId {
  pid: number;
  startedAt: string;
}

const canLook = process.platform === 'linux';

/** A process and all that descend from it. Elsewhere than on Linux nothing is known of the descendants. */
export function processTree(root: number | undefined): ProcessId[] {
  if (root === undefined) return [];
  if (!canLook) return [{ pid: root, startedAt: '' }];
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : [],
  );
  const tree: ProcessId[] = [];
  const add = (pid: number): void => {
    const own = all.find((other) => other.pid === pid);
    if (own) tree.push({ pid, startedAt: own.startedAt });
    for (const child of all) if (child.parent === pid) add(child.pid);
  };
  add(root);
  return tree;
}

/** Those that still run. */
export function aliveOf(processes: readonly ProcessId[]): ProcessId[] {
  return processes.filter(({ pid, startedAt }) => {
    if (canLook) return statOf(pid)?.startedAt === startedAt;
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
}

/** Where the processes' sockets lead, as far as that is not this computer. Linux only. */
export function remotePeers(processes: readonly ProcessId[]): string[] {
  if (!canLook) return [];
  const inodes = new Set(processes.flatMap(({ pid }) => socketsOf(pid)));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? '') && !isHere(fields[2] ?? ''))
      .map((fields) => `${table} ${fields[2] ?? ''}`),
  );
}

function statOf(pid: number): (ProcessId & { parent: number }) | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; its parent has not asked for its exit code yet.
    if (fields[0] === 'Z') return null;
    return { pid, parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    // It has ended.
    return null;
  }
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    // It has ended.
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It was closed meanwhile.
    return '';
  }
}

/** An address of the tables in /proc/net, `0100007F:1F90`: none, or one of this computer. */
function isHere(address: string): boolean {
  const host = address.split(':')[0] ?? '';
  const v4 = host.length === 32 ? host.replace(/^0{16}(0{8}|FFFF0000)/, '') : host;
  return /^0+$/.test(host) || /^[0-9A-F]{6}7F$/.test(v4) || host === '00000000000000000000000001000000';
}
