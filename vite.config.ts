import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  // The guard it stands for, of modules named *.server, has nothing to guard here and costs a sixth of the build.
  plugins: [reactRouter().filter(({ name }) => name !== 'react-router:dot-server')],
  // No inlined assets: the content security policy allows our own origin only, not data: URLs.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000, reportCompressedSize: false },
  ...(command === 'build' && { environments: { ssr: { build: { rollupOptions: { input: 'src/app/product.ts' } } } } }),
}))
