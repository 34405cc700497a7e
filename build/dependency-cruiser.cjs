/**
 * Who may import whom. Type-only imports count as well: what a file may know of is the question,
 * not what is left at run time.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** Packages without I/O, clock or DOM. Each new one here wants a reason. */
const PURE_PACKAGES = [
  'zod', // schemas of records, contract and files
  'uuid', // UUID v7 from given time and random bytes
  'chrono-node', // "next Tuesday" in a debrief's words
];

const inPackage = (names) => `(^|/)node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared runs anywhere: it imports only itself and a short list of pure packages.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', inPackage(PURE_PACKAGES)] },
    },
    {
      name: 'renderer-knows-renderer-and-shared',
      comment: 'The renderer has no node and no main process: all it knows of them is window.rapport.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|build|tests)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: inPackage(['electron', 'electron-log', 'lowdb']) },
    },
    {
      name: 'electron-knows-electron-and-shared',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|build|tests)/' },
    },
    {
      name: 'journal-backup-forget-exchange-without-electron',
      comment:
        'They run in a worker thread and in tests; Electron objects are passed in as arguments elsewhere.',
      severity: 'error',
      from: { path: '^electron/(journal|backup|forget|exchange)/' },
      to: {
        path: ['^electron/(?!(journal|backup|forget|exchange)/)', inPackage(['electron', 'electron-[^/]+'])],
      },
    },
    {
      name: 'files-know-only-files',
      comment:
        'What must never lose a word is small: the files of a journal know nothing of what is done with them.',
      severity: 'error',
      from: { path: '^electron/journal/files/' },
      to: { path: '^electron/', pathNot: '^electron/journal/files/' },
    },
    {
      name: 'tables-know-only-tables',
      comment: 'The journal in memory knows nothing of the disk but which file a record belongs into.',
      severity: 'error',
      from: { path: '^electron/journal/tables/' },
      to: { path: '^electron/', pathNot: '^electron/journal/(tables/|files/volumes\\.ts$)' },
    },
    {
      name: 'calls-are-at-the-top',
      comment: 'What answers the calls uses all else, and only the thread and its areas use it.',
      severity: 'error',
      from: { path: '^electron/journal/(?!calls/|[^/]+/handlers\\.ts$)' },
      to: { path: '^electron/journal/calls/(?!paging)' },
    },
    {
      name: 'journal-thread-without-electron',
      comment: 'A worker thread of node: nothing it leads to may want Electron.',
      severity: 'error',
      from: { path: '^electron/(journal|passphrase)-thread\\.ts$' },
      to: { path: inPackage(['electron', 'electron-[^/]+']), reachable: true },
    },
    {
      name: 'cli-reads-and-writes-journals',
      comment:
        "The command is the app's own code on a journal, without a window: the journal, its backups, and where things lie.",
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: '^(electron|renderer|build|tests)/',
        pathNot: ['^electron/(journal|backup)/', '^electron/shell/(folders|settings-file)\\.ts$'],
      },
    },
    {
      name: 'cli-without-electron',
      comment: 'It runs on plain Node.js, without a DOM.',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: inPackage(['electron', 'electron-[^/]+', 'react', 'react-dom', '@mantine/[^/]+']),
        reachable: true,
      },
    },
    {
      name: 'nobody-imports-the-command',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^cli/' },
    },
    {
      name: 'preload-is-small',
      comment:
        'The preload is sandboxed: the contract, the names of the channels and electron, nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^shared/', '^electron/ipc/channels\\.ts$', inPackage(['electron'])] },
    },
    {
      name: 'feature-through-its-index',
      comment: 'A feature shows to the others what its index.ts exports.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        path: '^renderer/features/([^/]+)/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'app-through-the-index',
      comment: 'So does the shell, and it reads the pages and forms in parts.ts when they are first needed.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/features/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/(index|parts)\\.tsx?$' },
    },
    {
      name: 'ui-and-charts-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/(ui|charts|api)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'nobody-imports-an-entry',
      comment: 'They start things when they are loaded.',
      severity: 'error',
      from: {},
      to: {
        path: '^(electron/(main|preload|journal-thread|passphrase-thread)\\.ts|renderer/main\\.tsx?|cli/main\\.ts)$',
      },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'build-is-not-in-the-app',
      severity: 'error',
      from: { pathNot: '^(build|tests)/' },
      to: { path: '^build/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that neither imports nor is imported.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^build/[^/]+\\.(config\\.ts|cjs)$',
          '^tests/',
          '(^|/)tsconfig[^/]*\\.json$',
          '^renderer/main\\.tsx?$',
          '^cli/main\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'no-dev-packages-in-the-app',
      comment: 'electron itself is there at run time.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|cli)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: inPackage(['electron', '@types/[^/]+']) },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|cli|tests|build)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
