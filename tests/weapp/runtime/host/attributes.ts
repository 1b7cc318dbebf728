import * as glassEasel from 'glass-easel'

/** Attributes whose empty string says something; elsewhere it means "not given" (Taro's templates send it for every unset one). */
const MEANS_EMPTY = ['value', 'src', 'placeholder']

/** Lets a template's values reach a built-in component as its properties and, for screen readers, as aria attributes. */
export function installAttributes(): void {
  glassEasel.NativeNode.prototype.updateAttribute = function (name: string, value: unknown) {
    const element = this.getBackendElement() as unknown as HTMLElement | null
    if (!element) return
    if (name.startsWith('aria-')) setAria(element, name, value)
    else setProperty(element as unknown as HTMLElement & Record<string, unknown>, name, value)
  }
}

function setAria(element: HTMLElement, name: string, value: unknown): void {
  const attribute = name === 'aria-role' ? 'role' : name
  if (value === '' || value === undefined || value === null) element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
}

function setProperty(element: HTMLElement & Record<string, unknown>, name: string, value: unknown): void {
  const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const missing = value === undefined || value === null || (value === '' && !MEANS_EMPTY.includes(name))
  if (missing || value === false) {
    element.removeAttribute(name)
    if (value === false && element[property] === true) element[property] = false
    return
  }
  if (typeof value === 'object' || name === 'value' || name === 'checked') element[property] = value
  if (typeof value !== 'object') element.setAttribute(name, String(value))
}
