import { type RouteConfig, index, route } from '@react-router/dev/routes'

/** Every address of the product on one screen. Links are made with React Router's typed `href()` from these patterns. */
export default [
  index('app/routes/home.tsx'),

  route('connexion', 'modules/identity/routes/sign-in.tsx'),
  route('connexion/code', 'modules/identity/routes/sign-in-code.tsx'),
  route('connexion/second-facteur', 'modules/identity/routes/second-factor.tsx'),
  route('connexion/fournisseur', 'modules/identity/routes/sign-in-with-provider.ts'),
  route('deconnexion', 'modules/identity/routes/sign-out.ts'),
  route('invitation/:token', 'modules/identity/routes/accept-invitation.tsx'),
  route('premiere-utilisation', 'modules/identity/routes/first-run.tsx'),
  route('langue', 'modules/identity/routes/choose-language.ts'),
  route('compte', 'modules/identity/routes/account.tsx'),
  route('compte/organisation', 'modules/identity/routes/choose-organisation.tsx'),
  route('compte/second-facteur', 'modules/identity/routes/second-factor-setup.tsx'),

  route('missions', 'modules/missions/routes/missions.tsx'),
  route('missions/nouvelle', 'modules/missions/routes/new-mission.tsx'),
  route('missions/:missionId', 'app/routes/mission.tsx', [
    index('app/routes/mission-overview.tsx'),
    route('modifier', 'modules/missions/routes/edit-mission.tsx'),
    route('partenaires', 'modules/missions/routes/partners.tsx'),
    route('depenses', 'modules/budget/routes/expenses.tsx'),
    route('depenses/nouvelle', 'modules/budget/routes/new-expense.tsx'),
    route('depenses/import', 'modules/budget/routes/import-expenses.tsx'),
    route('depenses/import/modele/:format', 'modules/budget/routes/import-template.ts'),
    route('depenses/:expenseId', 'modules/budget/routes/expense.tsx'),
    route('notre-part', 'modules/missions/routes/own-part.tsx'),
    route('delegation', 'modules/delegations/routes/delegation.tsx'),
    route('delegation/nouveau-membre', 'modules/delegations/routes/new-member.tsx'),
    route('delegation/import', 'modules/delegations/routes/import.tsx'),
    route('delegation/:memberId', 'modules/delegations/routes/member.tsx'),
    route('historique', 'app/routes/mission-history.tsx'),
  ]),
  route('missions/:missionId/delegation/liste/:format', 'modules/delegations/routes/members-file.ts'),
  route('missions/:missionId/delegation/modele/:format', 'modules/delegations/routes/template-file.ts'),

  route('annuaire', 'modules/directory/routes/directory.tsx'),
  route('annuaire/organisations/nouvelle', 'modules/directory/routes/new-organisation.tsx'),
  route('annuaire/organisations/:organisationId', 'modules/directory/routes/organisation.tsx'),
  route('annuaire/organisations/:organisationId/modifier', 'modules/directory/routes/edit-organisation.tsx'),
  route('annuaire/personnes/nouvelle', 'modules/directory/routes/new-person.tsx'),
  route('annuaire/personnes/:personId', 'modules/directory/routes/person.tsx'),
  route('annuaire/personnes/:personId/modifier', 'modules/directory/routes/edit-person.tsx'),
  route('annuaire/personnes/:personId/fonctions/:affiliationId', 'modules/directory/routes/edit-affiliation.tsx'),
  route('annuaire/villes/:cityId', 'modules/directory/routes/city.tsx'),

  route('reglages', 'modules/identity/routes/organisation-settings.tsx'),
  route('reglages/membres', 'modules/identity/routes/members.tsx'),
  route('reglages/cles-api', 'modules/identity/routes/api-keys.tsx'),
  route('reglages/historique', 'app/routes/organisation-history.tsx'),
  route('reglages/messages', 'app/routes/outbox.tsx'),

  route('accessibilite', 'app/routes/accessibility.tsx'),
  route('composants-libres', 'app/routes/components.tsx'),
  route('*', 'app/routes/not-found.tsx'),
] satisfies RouteConfig
