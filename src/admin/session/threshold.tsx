import type { ReactNode } from 'react'
import './threshold.css'

/** The quiet page before one is inside: signing in, joining, signing out. */
export const Threshold = ({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) => (
  <main className="threshold">
    <div className="threshold-hills" aria-hidden="true">
      <svg viewBox="0 0 1440 360" preserveAspectRatio="none" role="presentation">
        <path d="M0 220 C 240 120 420 260 720 190 S 1200 110 1440 200 V360 H0 Z" fill="#e3f0eb" />
        <path d="M0 280 C 300 210 520 320 820 260 S 1260 220 1440 270 V360 H0 Z" fill="#cfe4dc" />
      </svg>
    </div>
    <section className={wide ? 'threshold-card threshold-wide' : 'threshold-card'}>
      <p className="threshold-brand">
        <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
          <path d="M20 4C10 4 4 9.5 4 16c0 1.6.4 3 1 4 6.5-1 11.5-4.5 13-9.5C19 8 19.6 6 20 4Z" fill="#2e7d68" />
          <path d="M5 20C8 14.5 11.5 11 16 8.5" stroke="#faf8f4" strokeWidth="1.4" fill="none" />
        </svg>
        心驿工作台
      </p>
      <h1>{title}</h1>
      {children}
    </section>
  </main>
)
