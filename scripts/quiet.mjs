const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g')

/** Lets through what Taro says, without the progress bar it draws again and again even where there is no terminal. */
export function withoutProgress() {
  const told = new Set()
  let drawing = false
  return (line) => {
    const bare = line.replace(colours, '').trim()
    if (/[█◯]/.test(bare)) drawing = true
    if (drawing) {
      if (!bare) drawing = false
      return false
    }
    if (!bare || bare.includes('即将开始启动编译') || told.has(bare)) return false
    if (/Compiled|^[✔✖]/.test(bare)) told.clear()
    else told.add(bare)
    return true
  }
}

/** The end of what a tool said, fit to be read when it failed. */
export const readable = (output) => output.split('\n').filter(withoutProgress()).slice(-80).join('\n')
