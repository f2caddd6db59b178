import type { Config } from '@react-router/dev/config'

// The folder is src, not src/app: React Router types only the route modules that lie below it, and ours live in the modules.
export default { appDirectory: 'src', buildDirectory: 'build', ssr: true } satisfies Config
