import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // No inlined assets: the content security policy allows our own origin only, not data: URLs.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
})
