/** The empty phone: title bar, window and tab bar are drawn into it by the host script. */
export function hostPage(builtInStyles: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>weapp</title>
<style>${builtInStyles}</style>
<style>${FRAME_STYLES}</style>
</head>
<body><script src="/__host/boot.js"></script><script src="/__host/host.js"></script></body>
</html>`
}

const FRAME_STYLES = `
html, body { margin: 0; height: 100%; overflow: hidden; font-family: -apple-system, 'PingFang SC', sans-serif }
[hidden] { display: none !important }
#weapp-navigation { position: fixed; top: 0; left: 0; right: 0; display: flex; align-items: center; justify-content: center }
#weapp-navigation button { position: absolute; left: 8px; width: 40px; border: 0; background: none; color: inherit; font-size: 28px }
#weapp-window { position: fixed; left: 0; right: 0; container-type: size; transform: translateX(0); overflow: hidden }
#weapp-tab-bar { position: fixed; bottom: 0; left: 0; right: 0; display: flex; border-top: 1px solid #0001 }
#weapp-tab-bar button { flex: 1; border: 0; background: none; font-size: 10px }
#weapp-tab-bar img { display: block; width: 27px; height: 27px; margin: 0 auto 2px }
weapp-page { display: block; height: 100%; overflow: hidden auto }
weapp-portal { display: contents }
weapp-inert { display: none }
weapp-video { display: inline-block; width: 300px; height: 225px }
canvas { display: block; width: 300px; height: 150px }
taro-view-core { display: block }
taro-scroll-view-core { display: block; overflow: auto }
.weapp-dialog, .weapp-status { position: fixed; z-index: 99999; top: 40%; left: 50%; transform: translate(-50%, -50%) }
.weapp-dialog, .weapp-status { min-width: 40%; padding: 16px; border-radius: 12px; text-align: center }
.weapp-dialog { background: #fff; color: #111; box-shadow: 0 0 0 100vmax #0006 }
.weapp-dialog button { margin: 12px 8px 0; padding: 8px 16px }
.weapp-status { background: #4c4c4ce6; color: #fff; pointer-events: none }
`
