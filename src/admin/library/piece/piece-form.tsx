import { Checkbox, Input, Select, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { audienceNames, audiences, type Kind, topicNames, topics } from '../../../domain/pieces/words'
import { Field } from './field'
import type { Form } from './form'
import type { Limits } from './limits'
import { MediaField } from './media-field'
import { PictureField } from './picture-field'
import { SourcesField } from './sources-field'

const BodyEditor = lazy(() => import('../body/body-editor').then((part) => ({ default: part.BodyEditor })))

type Props = { kind: Kind; form: Form; now: () => Form; limits: Limits; onChange: (change: Partial<Form>) => void }

export const PieceForm = ({ kind, form, now, limits, onChange }: Props) => (
  <>
    <section className="panel stack" aria-label="基本信息">
      <Field label="标题" id="piece-title">
        <Input
          id="piece-title"
          size="large"
          value={form.title}
          maxLength={60}
          showCount
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <Field label="摘要" id="piece-summary" hint="列表里标题下面的一两句话，告诉读者这篇能带来什么">
        <Input.TextArea
          id="piece-summary"
          value={form.summary}
          maxLength={160}
          showCount
          autoSize={{ minRows: 2, maxRows: 4 }}
          onChange={(event) => onChange({ summary: event.target.value })}
        />
      </Field>
      <div className="field-pair">
        <Field label="主题" id="piece-topic">
          <Select
            id="piece-topic"
            value={form.topic}
            options={topics.map((value) => ({ value, label: topicNames[value] }))}
            onChange={(topic) => onChange({ topic })}
          />
        </Field>
        <Field label="署名作者" id="piece-author">
          <Input
            id="piece-author"
            value={form.author}
            maxLength={40}
            onChange={(event) => onChange({ author: event.target.value })}
          />
        </Field>
      </div>
      <Field label="适合谁看" group hint="一个都不选，表示所有职工">
        <Checkbox.Group
          value={form.audiences}
          options={audiences.map((value) => ({ value, label: audienceNames[value] }))}
          onChange={(chosen) => onChange({ audiences: audiences.filter((audience) => chosen.includes(audience)) })}
        />
      </Field>
      <PictureField
        label="封面"
        id="cover-alt"
        limit={limits.image}
        picture={form.cover}
        onChange={(cover) => onChange({ cover })}
      />
    </section>
    {(kind === 'audio' || kind === 'video') && (
      <MediaField
        kind={kind}
        limits={limits}
        media={form.media}
        onChange={(change) => onChange({ media: change(now().media) })}
      />
    )}
    <section className="panel stack" aria-label="正文">
      <h2>正文</h2>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <BodyEditor doc={form.doc} limit={limits.image} label="正文" onChange={(doc) => onChange({ doc })} />
      </Suspense>
    </section>
    <section className="panel" aria-label="来源">
      <SourcesField rows={form.sources} onChange={(sources) => onChange({ sources })} />
    </section>
  </>
)
