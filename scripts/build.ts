// Builds the web application unless the present build is that of the present sources.
import { loadWebBuild } from '#app/web-build.ts'

await loadWebBuild(() => console.log('building the web application …'))
