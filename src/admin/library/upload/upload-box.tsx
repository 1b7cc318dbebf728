import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Progress } from 'antd'
import { useRef } from 'react'
import type { UploadKind } from '../../../domain/pieces/upload'
import { endings, shownBytes } from './accepted'
import type { Stored } from './send-file'
import { useUpload } from './use-upload'

type Props = {
  kind: UploadKind
  limit: number
  button: string
  onStored: (stored: Stored, file: File) => Promise<string | null>
}

export const UploadBox = ({ kind, limit, button, onStored }: Props) => {
  const { upload, choose, resume, cancel } = useUpload(kind, limit, onStored)
  const input = useRef<HTMLInputElement>(null)
  const working = upload.state === 'sending' || upload.state === 'stopped'

  return (
    <div className="upload">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={button}
        accept={endings[kind].join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) choose(file)
        }}
      />
      {!working && (
        <div className="row">
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
            {button}
          </Button>
          <span className="soft">
            {endings[kind].join('、')}，最大 {shownBytes(limit)}
          </span>
        </div>
      )}
      {upload.state === 'refused' && <Alert type="warning" showIcon role="alert" title={upload.why} />}
      {working && (
        <>
          <div className="row">
            <span className="upload-name">{upload.name}</span>
            <span className="soft figure push">
              {shownBytes(upload.sent)} / {shownBytes(upload.bytes)}
            </span>
            {upload.state === 'stopped' && (
              <Button size="small" type="primary" onClick={resume}>
                继续上传
              </Button>
            )}
            <Button size="small" onClick={cancel}>
              取消上传
            </Button>
          </div>
          <Progress
            percent={Math.floor((upload.sent / upload.bytes) * 100)}
            status={upload.state === 'stopped' ? 'exception' : 'active'}
            aria-label={`${upload.name} 已上传`}
          />
          {upload.state === 'stopped' && <Alert type="warning" showIcon role="alert" title={upload.why} />}
        </>
      )}
    </div>
  )
}
