import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleAlone } from './bundle-alone';
import { inProject } from './paths';

/**
 * Main and preload are CommonJS with every package bundled in: Electron 25, the oldest we run on,
 * loads no ES module as its main file, and a packaged app then needs no node_modules. The chunks lie
 * beside the entries, so that `__dirname` is the same folder wherever the bundler puts a module.
 */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const;

/**
 * Left to itself the bundler puts its own helpers, which everything needs, beside the date parser, which only forms need:
 * the start would read both. And it makes a file of each part of the component library that two pages share; every file
 * costs the main process a millisecond or two.
 */
const chunks = [
  { name: 'date-parser', test: /chrono-node/ },
  { name: 'react', test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 3 },
  // What the first page is drawn with.
  {
    name: 'components',
    test: /[\\/]@mantine[\\/](?:hooks[\\/]|core[\\/]esm[\\/](?:core|components[\\/](?:ActionIcon|Button|CloseButton|Group|Loader|Notification|Portal|Progress|Text|Transition|UnstyledButton|VisuallyHidden))[\\/])|[\\/](?:@tabler[\\/]icons-react|react-remove-scroll|react-remove-scroll-bar)[\\/]/,
    priority: 2,
  },
  // What forms and other pages are drawn with besides.
  {
    name: 'controls',
    test: /[\\/]@mantine[\\/]core[\\/]esm[\\/]components[\\/]/,
    priority: 1,
  },
];

export default defineConfig({
  main: {
    root: inProject('electron'),
    plugins: [
      bundleAlone('journal-thread', inProject('electron/journal-thread.ts'), 'node18'),
      bundleAlone('passphrase-thread', inProject('electron/passphrase-thread.ts'), 'node18'),
    ],
    build: {
      externalizeDeps: false,
      outDir: inProject('out/main'),
      // Half of the bytes take half of the time to read, at each start. The maps give a log's lines their names back.
      minify: true,
      sourcemap: 'hidden',
      target: 'node18',
      emptyOutDir: true,
      rolldownOptions: {
        input: { main: inProject('electron/main.ts') },
        output: commonJs,
      },
    },
  },
  preload: {
    root: inProject('electron'),
    build: {
      externalizeDeps: false,
      outDir: inProject('out/preload'),
      target: 'node18',
      emptyOutDir: true,
      // A sandboxed preload cannot require files, so it has to be a single one.
      rolldownOptions: {
        input: { preload: inProject('electron/preload.ts') },
        output: { ...commonJs, codeSplitting: false },
      },
    },
  },
  renderer: {
    root: inProject('renderer'),
    plugins: [react()],
    build: {
      outDir: inProject('out/renderer'),
      target: 'chrome114',
      emptyOutDir: true,
      minify: true,
      // The content security policy allows files of the app's own origin only: no data: URLs, no inline script.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // A part's style sheets must be there before it is drawn. Its scripts find each other: they are on the disk, and
        // a hundred links would hold up the page that is being looked at.
        resolveDependencies: (_part, files, { hostType }) =>
          hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
      },
      // The files are on the disk: their size says nothing about loading.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: inProject('renderer/index.html'),
        output: { codeSplitting: { groups: chunks } },
      },
    },
  },
});
