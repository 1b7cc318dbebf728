const path = require('node:path')
const { components } = require('./components')

/** Teaches the weapp templates and the runtime that fills them the aria attributes the app uses. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      const runtime = path.resolve(__dirname, 'runtime.js')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
      platform.template.mergeComponents(ctx, components)
    },
  })
}
