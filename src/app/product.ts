/** The whole product as the build makes it one file: what serves, and the pages it serves. A start then reads one file instead of two thousand. */
import * as webBuild from 'virtual:react-router/server-build'

export { runUntil } from './running.ts'
export { webBuild }
