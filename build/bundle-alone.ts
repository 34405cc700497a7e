import { builtinModules } from 'node:module';
import { build, type Plugin } from 'vite';

export interface Bundle {
  name: string;
  entry: string;
  target: string;
  /** What stands before the code. */
  banner?: string;
  /** Names that are replaced by what they stand for, as code. */
  define?: Record<string, string>;
}

/** An entry and all that it needs as one minified CommonJS file, with its map. */
export async function bundleOf({ name, entry, target, banner = '', define = {} }: Bundle) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target,
      minify: true,
      sourcemap: 'hidden',
      rolldownOptions: {
        input: { [name]: entry },
        external: builtinModules.flatMap((module) => [module, `node:${module}`]),
        output: { format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs', banner },
      },
    },
  });
  if (!('output' in result)) throw new Error(`${name} was not built into one file`);
  return result.output.filter((file) => file.type === 'chunk');
}

/**
 * Bundles a further entry by itself, beside the main one. As a second input of the same build the two
 * would share chunks, and Rolldown puts helpers of both into main's file: the thread would then
 * require `main.cjs` and start the app a second time.
 */
export function bundleAlone(name: string, entry: string, target: string): Plugin {
  return {
    name: `bundle-alone-${name}`,
    apply: 'build',
    async buildStart() {
      for (const file of await bundleOf({ name, entry, target })) {
        this.emitFile({ type: 'asset', fileName: file.fileName, source: file.code });
        if (file.map)
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.map`, source: file.map.toString() });
        for (const module of file.moduleIds) if (!module.startsWith('\0')) this.addWatchFile(module);
      }
    },
  };
}
