import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '../src/admin')
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`

export default defineConfig({
  root,
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: resolve(root, '../../dist/admin'),
    emptyOutDir: true,
    target: 'es2022',
    /** The shell with antd is about 1 MB before gzip; the editor and the charts are apart. */
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': server, '/files': server } },
})
