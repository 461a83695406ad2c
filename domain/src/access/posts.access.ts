import type { OperationName } from '../kernel/endpoint.ts';
import { givesOf } from './giving.ts';
import type { Operation } from './operations.ts';
import type { ColumnGroup, Post, RowRule } from './posts.ts';

/** One way an operation is allowed: on rows that stand so to the post, of these groups of columns. */
export interface Grant {
  readonly rows: readonly RowRule[];
  readonly columns: readonly ColumnGroup[];
}
export type Grants = Readonly<Partial<Record<Operation, readonly Grant[]>>>;

const all = [{ rows: ['none'], columns: ['core'] }] as const satisfies readonly Grant[];
const on = (rows: readonly RowRule[], ...columns: readonly Exclude<ColumnGroup, 'core'>[]): Grant => ({
  rows,
  columns: ['core', ...columns],
});

/** Where, and who is there to turn to. */
const readPlaces: Grants = {
  'places.place.search': all,
  'places.place.read': all,
  'agencies.agency.read': all,
  'agencies.office.read': all,
  'law.calendar.read': all,
  'indicators.indicator.read': all,
  'attention.reminder.read': all,
};
/** The agencies and collaborators of the own commune, or of the province and below; of the register what is theirs alone. */
const keepOffices = (rule: 'own_place' | 'below_place'): Grants => ({
  'agencies.office.edit': [on([rule])],
  'agencies.agency.edit': [on(rule === 'own_place' ? [rule] : ['own_place', rule])],
  'agencies.collaborator.read': [on([rule])],
});
/** Keeping the accounts of those whose posts one gives (giving.ts). */
const keepAccounts = (rule: 'own_place' | 'below_place'): Grants => ({
  'access.account.list': [on([rule])],
  'access.account.create': [on([rule])],
  'access.account.disable': [on([rule])],
  'access.account.recover': [on([rule])],
  'access.session.list': [on([rule])],
  'access.session.end': [on([rule])],
  'access.post.give': [on([rule])],
  'access.post.end': [on([rule])],
});
const readPlans: Grants = {
  ...readPlaces,
  'plans.plan.list': all,
  'plans.plan.read': all,
  'law.text.read': all,
  'tasks.task.read': all,
  'reports.regime.read': all,
  'agencies.agency.search': all,
};
/** What the plans of a place carry out, and what they reached: by who keeps these plans. */
const keepCascade = (...rules: readonly ('own_place' | 'below_place')[]): Grants => ({
  'law.link.edit': [on(rules)],
  'law.target.edit': [on(rules)],
});
/**
 * Does the tasks given to the units the rule names: reports, proves, says what hinders, sends what plans ask for; sees what inspections found there,
 * and carries out what they recommend.
 */
const doTasks = (rule: 'own_place' | 'own_agency'): Grants => ({
  'tasks.task.read': all,
  'tasks.progress.report': [on([rule])],
  'tasks.proof.read': [on([rule])],
  'inspections.inspection.read': [on([rule])],
  'inspections.recommendation.report': [on([rule])],
  'reports.sending.add': [on([rule])],
  'reports.version.read': [on([rule])],
  'reports.version.edit': [on([rule])],
});
/** Looks at how units carry plans out, for an agency of its own place; issuing what was concluded is not everyone's. */
const inspectPlans = (...parts: readonly ('edit' | 'conclude')[]): Grants =>
  Object.fromEntries(parts.map((part) => [`inspections.inspection.${part}`, [on(['own_place'])]]));
/** Signs the reports of the units the rule names: the person in charge there. */
const signReports = (rule: 'own_place' | 'own_agency'): Grants => ({ 'reports.version.sign': [on([rule])] });
/** Asks for the tasks of the plans of its own place: gives them, accepts what is done, answers what hinders, tells who reports, receives reports. */
const requestTasks: Grants = {
  'tasks.task.assign': [on(['own_place'])],
  'tasks.progress.decide': [on(['own_place'])],
  'tasks.hindrance.answer': [on(['own_place'])],
  'reports.regime.edit': [on(['own_place'])],
  'reports.version.decide': [on(['own_place'])],
};
const keepPlans: Grants = {
  ...readPlans,
  'plans.draft.upload': all,
  'plans.draft.read': all,
  'plans.draft.edit': all,
  'plans.draft.adopt': all,
  'plans.draft.discard': all,
};

/**
 * Reading what is being written in the own place, or in the own agency, and asking about it; the rest is each post's own
 * part in it. Who approves where somebody signs: domain/src/plans/writing/writing-reach.ts.
 */
const writePlansIn = (rule: 'own_place' | 'own_agency', ...parts: readonly ('edit' | 'approve' | 'issue')[]): Grants =>
  Object.fromEntries((['read', 'comment', ...parts] as const).map((part) => [`plans.writing.${part}`, [on([rule])]]));
const writePlans = (...parts: readonly ('edit' | 'approve' | 'issue')[]): Grants => writePlansIn('own_place', ...parts);

/**
 * Post -> operations -> rows and columns: the one table. Server, screens and the policies of the database (through
 * the table access_rule) are all fed from here. A post without an entry does not compile; what is not written is
 * refused.
 *
 * Law: Law on Children art. 51-53, Decree 56/2017 art. 25-33 (the commune decides and works, the others receive what
 * is referred to them; private life, art. 33, is kept to those who need it for their part).
 */
export const grantsOf: Readonly<Record<Post, Grants>> = {
  // Receives, assesses and follows every case of the commune (Decree 56/2017 art. 25-30).
  commune_protection_worker: {
    ...readPlans,
    ...doTasks('own_place'),
    ...writePlans(),
    'agencies.collaborator.read': [on(['own_place'])],
    'children.child.read': [on(['own_place', 'broken_glass'], 'identity', 'contact', 'health')],
    'children.child.create': [on(['own_place'], 'identity', 'contact', 'health')],
    'children.child.update': [on(['own_place'], 'identity', 'contact', 'health')],
    'cases.case.read': [on(['own_place', 'broken_glass'], 'reporter', 'offender', 'narrative')],
    'cases.case.create': [on(['own_place'], 'reporter', 'offender', 'narrative')],
    'cases.case.update': [on(['own_place'], 'reporter', 'offender', 'narrative')],
    'cases.case.refer': [on(['own_place'])],
    'cases.case.count': all,
    'cases.glass.break': all,
  },
  // Decides: plans, separation, who works on a case (art. 26-32). Writes no assessment.
  commune_chair: {
    ...readPlans,
    ...keepCascade('own_place'),
    ...doTasks('own_place'),
    ...signReports('own_place'),
    ...requestTasks,
    ...inspectPlans('edit', 'conclude'),
    ...writePlans('approve', 'issue'),
    ...keepOffices('own_place'),
    ...keepAccounts('own_place'),
    'children.child.read': [on(['own_place', 'broken_glass'], 'identity', 'contact', 'health')],
    'children.child.transfer': [on(['own_place'])],
    'cases.case.read': [on(['own_place', 'broken_glass'], 'reporter', 'offender', 'narrative')],
    'cases.case.update': [on(['own_place'])],
    'cases.case.assign': [on(['own_place'])],
    'cases.case.refer': [on(['own_place'])],
    'cases.case.count': all,
    'cases.glass.break': all,
    'cases.glass.review': [on(['own_place'])],
  },
  // Keeps the lists of children of the commune; of a case only what was assigned by name.
  commune_officer: {
    ...readPlans,
    ...keepCascade('own_place'),
    ...doTasks('own_place'),
    ...inspectPlans('edit'),
    ...writePlans('edit'),
    ...keepOffices('own_place'),
    'children.child.read': [on(['own_place'], 'identity'), on(['assigned'], 'identity', 'contact')],
    'cases.case.read': [on(['assigned'], 'narrative')],
  },
  // A neighbour: visits the families assigned, and never learns who reported or what was done.
  village_collaborator: {
    ...readPlaces,
    'children.child.read': [on(['assigned'], 'identity', 'contact')],
    'cases.case.read': [on(['assigned'])],
  },
  // Guides and supervises the communes of the province: the course of a case, not addresses, illness or reporters.
  provincial_lead_officer: {
    ...keepPlans,
    ...keepCascade('own_place', 'below_place'),
    'law.text.edit': all,
    'law.review.edit': all,
    ...doTasks('own_place'),
    ...signReports('own_place'),
    ...requestTasks,
    ...inspectPlans('edit', 'conclude'),
    'tasks.proof.read': [on(['own_place', 'below_place'])],
    'reports.version.read': [on(['own_place', 'below_place'])],
    'inspections.inspection.read': [on(['own_place', 'below_place'])],
    ...writePlans('edit', 'approve', 'issue'),
    ...keepOffices('below_place'),
    ...keepAccounts('below_place'),
    'places.place.edit': [on(['own_place', 'below_place'])],
    'children.child.read': [on(['below_place'], 'identity'), on(['broken_glass'], 'identity', 'contact', 'health')],
    'children.child.transfer': [on(['below_place'])],
    'cases.case.read': [on(['below_place'], 'narrative'), on(['broken_glass'], 'reporter', 'offender', 'narrative')],
    'cases.case.refer': [on(['below_place'])],
    'cases.case.count': all,
    'cases.glass.break': all,
    'cases.glass.review': [on(['below_place'])],
  },
  // Signs the plans of the province, answers what comes up the line, sees who is late. Sees no child: no text asks for it.
  provincial_chair: {
    ...readPlans,
    ...writePlans('approve', 'issue'),
    'tasks.hindrance.answer': [on(['own_place'])],
    'tasks.proof.read': [on(['own_place'])],
    'inspections.inspection.read': [on(['own_place'])],
    'reports.version.read': [on(['own_place', 'below_place'])],
    'cases.case.count': all,
  },
  // Signs what the agency writes, and answers for its tasks. Sees no child either.
  agency_head: {
    ...readPlans,
    ...doTasks('own_agency'),
    ...signReports('own_agency'),
    ...writePlansIn('own_agency', 'approve', 'issue'),
  },
  agency_officer: {
    ...readPlans,
    'law.target.edit': [on(['own_place'])],
    ...doTasks('own_agency'),
    ...writePlansIn('own_agency', 'edit'),
    'children.child.read': [on(['referred'], 'identity')],
    'cases.case.read': [on(['referred'], 'narrative')],
  },
  // A place of receiving reports (art. 25(1)), and investigates what is referred.
  police: {
    ...readPlans,
    ...doTasks('own_agency'),
    'children.child.read': [on(['own_agency', 'referred', 'broken_glass'], 'identity', 'contact')],
    'children.child.create': [on(['own_agency'], 'identity', 'contact')],
    'cases.case.read': [on(['own_agency', 'referred', 'broken_glass'], 'reporter', 'offender', 'narrative')],
    'cases.case.create': [on(['own_agency'], 'reporter', 'offender', 'narrative')],
    'cases.glass.break': all,
  },
  procuracy: {
    ...readPlans,
    ...doTasks('own_agency'),
    'children.child.read': [on(['referred'], 'identity')],
    'cases.case.read': [on(['referred'], 'offender', 'narrative')],
  },
  court: {
    ...readPlans,
    ...doTasks('own_agency'),
    'children.child.read': [on(['referred'], 'identity')],
    'cases.case.read': [on(['referred'], 'offender', 'narrative')],
  },
  health_facility: {
    ...readPlaces,
    'children.child.read': [on(['referred'], 'identity', 'contact', 'health')],
    'children.child.update': [{ rows: ['referred'], columns: ['health'] }],
    'cases.case.read': [on(['referred'])],
  },
  school: {
    ...readPlaces,
    'children.child.read': [on(['referred'], 'identity')],
    'cases.case.read': [on(['referred'])],
  },
  service_provider: {
    ...readPlaces,
    'children.child.read': [on(['referred', 'assigned'], 'identity', 'contact')],
    'cases.case.read': [on(['referred', 'assigned'])],
  },
  // Takes calls from the whole country and passes them on (art. 25-26); keeps only what it received itself.
  hotline_operator: {
    ...readPlaces,
    'children.child.read': [on(['own_agency'], 'identity', 'contact')],
    'children.child.create': [on(['own_agency'], 'identity', 'contact')],
    'cases.case.read': [on(['own_agency'], 'reporter', 'narrative')],
    'cases.case.create': [on(['own_agency'], 'reporter', 'narrative')],
  },
  // Numbers and nobody behind them.
  statistician: { ...readPlans, 'cases.case.count': all, 'reports.version.read': [on(['below_place'])] },
  // Whether the law was followed, told without who the child is; looks at what lead officers opened in need as well.
  inspector: {
    ...readPlans,
    ...inspectPlans('edit', 'conclude'),
    'tasks.proof.read': [on(['below_place'])],
    'reports.version.read': [on(['below_place'])],
    'inspections.inspection.read': [on(['own_place', 'below_place'])],
    'children.child.read': [on(['below_place'])],
    'cases.case.read': [on(['below_place'], 'narrative')],
    'cases.case.count': all,
    'cases.glass.review': [on(['below_place'])],
  },
  // Who saw what stands in the audit trail; what they saw does not concern the auditor.
  auditor: {
    ...readPlaces,
    'access.account.list': all,
    'access.audit.list': all,
    'access.operator_recovery.list': all,
  },
  // Keeps accounts and posts, and sees no child.
  system_administrator: {
    ...readPlaces,
    'agencies.agency.edit': all,
    'law.calendar.edit': all,
    'indicators.indicator.edit': all,
    'attention.reminder.edit': all,
    'attention.mail.read': all,
    'plans.plan.list': all,
    'agencies.agency.search': all,
    'access.account.list': all,
    'access.account.create': all,
    'access.account.disable': all,
    'access.account.recover': all,
    'access.session.list': all,
    'access.session.end': all,
    'access.operator_recovery.list': all,
    'access.identity.list': all,
    'access.identity.link': all,
    'access.post.give': all,
    'access.post.end': all,
  },
};

/** Says whether any of a person's posts allows the operation on some row; a name nobody was given is never allowed. */
export function canDo(held: readonly Post[], operation: OperationName): boolean {
  return held.some((post) => Object.hasOwn(grantsOf[post], operation));
}

/** One line of the table: what access_rule in the database holds. */
export interface AccessRule {
  readonly post: Post;
  readonly operation: string;
  readonly columns: ColumnGroup;
  readonly rows: RowRule;
}

/** The whole table, line by line; the giving and ending of a post stands there as `give:<post>`. */
export function listAccessRules(): AccessRule[] {
  const granted = Object.entries(grantsOf).flatMap(([post, grants]) =>
    Object.entries(grants).flatMap(([operation, list]) =>
      list.flatMap((grant) =>
        grant.columns.flatMap((columns) =>
          grant.rows.map((rows) => ({ post: post as Post, operation, columns, rows })),
        ),
      ),
    ),
  );
  const given = Object.entries(givesOf).flatMap(([post, { rows, posts }]) =>
    posts.map((one) => ({ post: post as Post, operation: `give:${one}`, columns: 'core' as const, rows })),
  );
  return [...granted, ...given];
}
