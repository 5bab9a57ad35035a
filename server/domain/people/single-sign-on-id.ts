/** The identity provider's name in addresses: /api/auth/callback/single-sign-on. */
export const singleSignOnId = "single-sign-on";
