export const leaveRequested = "leave-requested";

/** Told on the window before a page is left otherwise than by a link; prevented where something on it is unsaved. */
export class LeaveRequest extends Event {
  /** Leaves after all, once the reader has agreed. */
  readonly leave: () => void;

  constructor(leave: () => void) {
    super(leaveRequested, { cancelable: true });
    this.leave = leave;
  }
}

/** Leaves the page, unless what is unsaved on it makes the reader decide first. */
export function askToLeave(leave: () => void): void {
  if (window.dispatchEvent(new LeaveRequest(leave))) leave();
}
