// Someone has just signed out here: the answers that this browser kept for them go with them.

import { forgetPerson } from "./kept.js";

forgetPerson(document.querySelector("[data-signed-out]").dataset.signedOut);
