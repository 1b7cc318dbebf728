import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria, tappable } from '../../parts/aria'
import { Choice } from '../../parts/choice'
import { chosenName, type Facet, type Filter, facets, optionsOf, withFacet } from './filter'
import './filters.scss'

/** Closed they say what is chosen; one at a time is open. */
export const Filters = ({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) => {
  const [open, setOpen] = useState<Facet | null>(null)
  const now = new Date()
  const asked = facets.find(({ facet }) => facet === open)
  return (
    <View className="filters">
      <View className="filters__row" {...aria({ role: 'group', label: '按什么来找' })}>
        {facets.map(({ facet, name }) => {
          const chosen = chosenName(facet, filter, now)
          const on = open === facet
          return (
            <View
              key={facet}
              className={`filters__one${chosen === null ? '' : ' filters__one--chosen'}${on ? ' filters__one--open' : ''}`}
              {...tappable(() => setOpen(on ? null : facet), { label: `${name}，${chosen ?? '不限'}`, expanded: on })}
            >
              <Text>{chosen ?? name}</Text>
              <View className={on ? 'filters__mark filters__mark--up' : 'filters__mark'} {...aria({ hidden: true })} />
            </View>
          )
        })}
      </View>
      {asked === undefined ? null : (
        <View className="filters__options">
          <Choice
            name={asked.name}
            options={optionsOf(asked.facet, now)}
            chosen={filter[asked.facet] ?? ''}
            onChoose={(value) => {
              onChange(withFacet(filter, asked.facet, value))
              setOpen(null)
            }}
          />
        </View>
      )}
    </View>
  )
}
