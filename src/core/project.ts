/** Where this project is kept, and its pages are read. */
export const projectAddress = "https://github.com/prometheus-stack-action/prometheus-stack-action";
