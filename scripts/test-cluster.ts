// Keeps the PostgreSQL of the tests running until standard input closes; says its address once ready.
import { startTestCluster } from '#tests/database.ts'

const cluster = await startTestCluster()
console.log(await cluster.template())
process.stdin.resume()
process.stdin.once('end', () => void cluster.end().then(() => process.exit(0)))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cluster.end().then(() => process.exit(0)))
