import { Button, Input } from 'antd'
import type { Picture } from '../../../contract/pieces'
import { pixelsOf } from '../upload/measure'
import { UploadBox } from '../upload/upload-box'
import { Field } from './field'

type Props = {
  label: string
  id: string
  limit: number
  picture: Picture | null
  onChange: (picture: Picture | null) => void
}

export const PictureField = ({ label, id, limit, picture, onChange }: Props) => (
  <Field label={label} group>
    {picture && (
      <div className="row picture-field">
        <img className="picture-thumb" src={picture.url} alt={picture.alt || `${label}，还没有说明`} />
        <div className="stack stack-tight picture-words">
          <label htmlFor={id}>{label}说明</label>
          <Input
            id={id}
            value={picture.alt}
            maxLength={120}
            showCount
            placeholder="看不见图片的人会听到这句话"
            onChange={(event) => onChange({ ...picture, alt: event.target.value })}
          />
          <span className="soft figure">
            {picture.width} × {picture.height} 像素
          </span>
        </div>
        <Button onClick={() => onChange(null)}>去掉{label}</Button>
      </div>
    )}
    <UploadBox
      kind="image"
      limit={limit}
      button={picture ? `换一张${label}` : `上传${label}`}
      onStored={async (stored, file) => {
        const pixels = await pixelsOf(file)
        if (!pixels) return '这张图片打不开，请换一张'
        onChange({ file: stored.file, url: stored.url, alt: picture?.alt ?? '', ...pixels })
        return null
      }}
    />
  </Field>
)
