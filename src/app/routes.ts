import { type RouteConfig, index, route } from '@react-router/dev/routes'

/** Every address of the product on one screen. Links are made with React Router's typed `href()` from these patterns. */
export default [
  index('routes/home.tsx'),

  route('missions', '../modules/missions/routes/missions.tsx'),
  route('missions/nouvelle', '../modules/missions/routes/new-mission.tsx'),
  route('missions/:missionId', '../modules/missions/routes/mission.tsx', [
    index('../modules/missions/routes/mission-overview.tsx'),
  ]),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
