import { logged } from "@/server/api/logged";
import { answerAuthRequest } from "@/server/auth/answer";

const answer = logged(answerAuthRequest);

export { answer as GET, answer as POST };
