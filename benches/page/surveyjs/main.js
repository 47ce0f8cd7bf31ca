// What SurveyJS has its users write. Packed by esbuild, which leaves out what is not used.
// Its style sheet without fonts: the other one fetches them from another host.
import { Model } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import { renderSurvey } from "survey-js-ui";
import questions from "./questions.json";

renderSurvey(new Model(questions), document.getElementById("survey"));
