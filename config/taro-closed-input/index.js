/**
 * HTML's `input` has no end tag, so the minifier of the templates drops it; WXML's must have one, or WeChat's compiler
 * refuses the file. Closed by a slash, it stays closed.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return
      const before = template.modifyTemplateResult
      template.modifyTemplateResult = (result, ...rest) =>
        (before ? before.call(template, result, ...rest) : result).replaceAll('></input>', ' />')
    },
  })
}
