/** A relaunch in WeChat leaves no page to step back to; a browser keeps its history, see steps-back.h5.ts. */
export const coverSteps = () => undefined
export const uncoverSteps = () => undefined
