import { type ReactNode, useEffect } from 'react'

export const Heading = ({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · 心驿工作台`
  }, [title])
  return (
    <header className="heading">
      <div>
        <h1>{title}</h1>
        {hint && <p className="soft">{hint}</p>}
      </div>
      <div className="row push">{children}</div>
    </header>
  )
}
