/** The arrows of ARCHITECTURE.md: they only point down, and nothing goes round in circles. */
const domainOrder = [
  'kernel',
  'places',
  'agencies',
  'access',
  'law',
  'plans',
  'tasks',
  'inspections',
  'indicators',
  'disclosure',
  'reports',
  'children',
  'cases',
  'attention',
  'search',
];

const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Circles make every part depend on every other.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-lost-import',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    never(
      'domain-stands-alone',
      '^domain/',
      '^(reading|database|server|web|portal|journeys|bench)/',
      'The rules know nobody above them.',
    ),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'No input, output, clock or library but zod in the rules.',
      from: { path: '^domain/src/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypesNot: ['local', 'localmodule', 'undetermined', 'unknown'],
        pathNot: '^(domain/|node_modules/zod/)',
      },
    },
    never(
      'reading-knows-rules-only',
      '^reading/',
      '^(database|server|web|portal|journeys|bench)/',
      'Reading needs no database.',
    ),
    never(
      'web-knows-rules-only',
      '^web/',
      '^(reading|database|server|portal|journeys|bench)/',
      'The web speaks to the server by the contract.',
    ),
    never(
      'portal-stands-apart',
      '^portal/',
      '^(reading|server|web|journeys|bench)/',
      'The public door shares nothing with the staff side.',
    ),
    never('nobody-imports-server', '^(domain|reading|database|web|portal)/', '^server/', 'The server is the top.'),
    {
      name: 'modules-apart-from-main',
      severity: 'error',
      comment: 'The platform knows no module; its tests come in through the whole server.',
      from: { path: '^server/src/platform/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { path: '^server/src/', pathNot: '^server/src/platform/' },
    },
    never(
      'web-ui-knows-no-business',
      '^web/src/ui/',
      '^web/src/(?!ui/)',
      'Pieces of the screen without business words.',
    ),
    ...domainOrder.map((module, at) =>
      never(
        `domain-${module}-looks-down`,
        `^domain/src/${module}/`,
        `^domain/src/(${domainOrder.slice(at + 1).join('|') || 'none'})/`,
        'Modules of the domain follow their order.',
      ),
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|generated)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
