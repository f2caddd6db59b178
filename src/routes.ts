import { type RouteConfig, index, route } from '@react-router/dev/routes'

/** Every address of the product on one screen. Links are made with React Router's typed `href()` from these patterns. */
export default [
  index('app/routes/home.tsx'),

  route('connexion', 'modules/identity/routes/sign-in.tsx'),
  route('connexion/code', 'modules/identity/routes/sign-in-code.tsx'),
  route('connexion/second-facteur', 'modules/identity/routes/second-factor.tsx'),
  route('deconnexion', 'modules/identity/routes/sign-out.ts'),

  route('missions', 'modules/missions/routes/missions.tsx'),
  route('missions/nouvelle', 'modules/missions/routes/new-mission.tsx'),
  route('missions/:missionId', 'app/routes/mission.tsx', [
    index('app/routes/mission-overview.tsx'),
    route('modifier', 'modules/missions/routes/edit-mission.tsx'),
    route('partenaires', 'modules/missions/routes/partners.tsx'),
    route('notre-part', 'modules/missions/routes/own-part.tsx'),
    route('delegation', 'modules/delegations/routes/delegation.tsx'),
    route('delegation/nouveau-membre', 'modules/delegations/routes/new-member.tsx'),
    route('delegation/:memberId', 'modules/delegations/routes/member.tsx'),
    route('historique', 'app/routes/mission-history.tsx'),
  ]),

  route('*', 'app/routes/not-found.tsx'),
] satisfies RouteConfig
