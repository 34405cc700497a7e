import type { MenuItemConstructorOptions } from 'electron';
import { type Command, type CommandGroup, type CommandId, commands } from '../../shared/commands';

export interface MenuOptions {
  platform: NodeJS.Platform;
  /** While developing there is a way to the developer tools. */
  devTools: boolean;
  /** Without an open journal only what does not need one can be chosen. */
  journal: 'none' | 'own' | 'sample';
  run: (id: CommandId) => void;
}

/** The application menu: the system's own items by their roles, ours from the list of commands. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin';
  const items = (group: CommandGroup): MenuItemConstructorOptions[] => groupItems(group, options);
  return [
    ...(mac ? [appMenu(options)] : []),
    {
      label: '&File',
      submenu: [
        ...items('write'),
        { type: 'separator' },
        ...items('data'),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { label: '&Person', submenu: items('person') },
    { label: '&Edit', submenu: [...items('edit'), { type: 'separator' }, ...textItems] },
    { label: '&Go', submenu: items('go').filter((item) => !mac || item.id !== SETTINGS) },
    { label: '&View', submenu: [...items('view'), { type: 'separator' }, ...viewItems(options)] },
    { role: 'windowMenu' },
    { role: 'help', submenu: items('help') },
  ];
}

const SETTINGS = 'goSettings' satisfies CommandId;

/** What can be done without an open journal. */
const WITHOUT_JOURNAL = new Set<CommandId>([
  'themeLight',
  'themeDark',
  'themeSystem',
  'shortcuts',
  'showBackups',
]);

const textItems: MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

function groupItems(group: CommandGroup, options: MenuOptions): MenuItemConstructorOptions[] {
  return commands.filter((command) => command.group === group).map((command) => item(command, options));
}

function item(command: Command & { id: CommandId }, options: MenuOptions): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.title,
    ...itemState(command.id, options.journal),
    click: () => options.run(command.id),
    ...(command.keys === undefined
      ? {}
      : {
          accelerator: command.keys.replace('Mod', 'CommandOrControl'),
          // The page handles the keys itself, because it alone knows whether a text field wants them (undo). macOS
          // asks the page first and the menu after it, and has no such switch.
          registerAccelerator: false,
        }),
  };
}

/** What of a command's item depends on the journal. */
export function itemState(
  id: CommandId,
  journal: MenuOptions['journal'],
): { visible: boolean; enabled: boolean } {
  return {
    visible: id !== 'leaveSample' || journal === 'sample',
    enabled: journal !== 'none' || WITHOUT_JOURNAL.has(id),
  };
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      ...groupItems('go', options).filter(({ id }) => id === SETTINGS),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}

function viewItems(options: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { role: 'zoomIn' },
    // On most keyboards the plus sign needs Shift; the key is meant without it too.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(options.devTools
      ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
      : []),
  ];
}
