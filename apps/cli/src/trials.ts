// What workers import: the trials of all experiments, and the name of the kernels that compute them.
export * from "@onsager/experiments";
export { backend } from "@onsager/linalg";
