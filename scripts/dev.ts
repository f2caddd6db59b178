// npm run dev: the same house, with the pages rebuilt by Vite as they are edited. Strict security headers are off here, and only here.
import { createServer as createHttpServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createServer as createVite } from 'vite'
import { loadDemoOnce } from '#app/demo/index.ts'
import { type WebBuild, buildServer } from '#app/server.ts'
import { openHouse } from '#app/services.ts'
import { tasks } from '#app/tasks.ts'
import { readConfig } from '#platform/config.ts'
import { startWorker } from '#platform/worker.ts'

const config = readConfig(process.env)
const house = await openHouse(config, { adopt: true })
if (config.ESCALE_DEMO) await loadDemoOnce(house)
const worker = await startWorker({ services: house.services, tasks })
const http = createHttpServer()
const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } }, appType: 'custom' })
const app = buildServer({
  services: house.services,
  auth: house.auth,
  web: async () => (await vite.ssrLoadModule('virtual:react-router/server-build')) as WebBuild,
  isDevelopment: true,
})
const answer = getRequestListener(app.fetch)
http.on('request', (request, response) => {
  vite.middlewares(request, response, () => void answer(request, response))
})
http.listen(config.PORT, config.HOST, () => console.log(`Escale, in development, on ${house.services.publicUrl}`))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      http.close()
      await vite.close()
      await worker.stop()
      await house.close()
      process.exit(0)
    })()
  })
}
