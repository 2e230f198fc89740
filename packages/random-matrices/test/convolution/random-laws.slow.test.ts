import { describeRandomLaws } from "../helpers/random-laws.ts";

describeRandomLaws(60);
