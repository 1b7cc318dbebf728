import type { ReactNode } from 'react'

type Props = { label: string; hint?: string; children: ReactNode } & ({ id: string } | { group: true })

/** A label with what it labels: one input by `id`, or a group of several. */
export const Field = ({ label, hint, children, ...of }: Props) =>
  'id' in of ? (
    <div className="field">
      <label htmlFor={of.id}>{label}</label>
      {children}
      {hint && <p className="soft field-hint">{hint}</p>}
    </div>
  ) : (
    <fieldset className="field">
      <legend>{label}</legend>
      {children}
      {hint && <p className="soft field-hint">{hint}</p>}
    </fieldset>
  )
