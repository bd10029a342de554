import {siteConfig} from "./loaders/site/config.js";
import {readManifest} from "./loaders/site/content/data.js";

// For the preview (`npm run dev`); the build passes its own root and output.
export default siteConfig({root: "src", languages: readManifest("src").languages ?? ["zh", "en"], watch: true});
