import { answerAuthRequest } from "@/server/auth/answer";

export { answerAuthRequest as GET, answerAuthRequest as POST };
