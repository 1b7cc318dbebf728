import { Button } from 'antd'
import { Fragment } from 'react'
import type { Place } from './scopes'

type Props = { way: readonly Place[]; several: boolean; onBack: (step: number) => void }

/** Where one stands among the branches, each step of it a way back. */
export const Way = ({ way, several, onBack }: Props) => {
  const steps = [
    ...(several ? [{ step: -1, name: '全部' }] : []),
    ...way.map((place, step) => ({ step, name: place.name })),
  ]
  return (
    <nav className="way" aria-label="组织的路径">
      {steps.map(({ step, name }, index) => (
        <Fragment key={step}>
          {index > 0 && <span aria-hidden>›</span>}
          {index === steps.length - 1 ? (
            <span aria-current="page">{name}</span>
          ) : (
            <Button type="link" size="small" onClick={() => onBack(step)}>
              {name}
            </Button>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
