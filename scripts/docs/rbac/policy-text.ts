/**
 * A policy by which an account changes nothing, whatever RBAC grants it: each of its requests that would is refused
 * unless it is a dry run. https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export const changesNothingText = ({
  namespace,
  name,
}: {
  readonly namespace: string;
  readonly name: string;
}): string => `# Applied before the roles below, and removed after them: without it they are permissions to write.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: ${name}-changes-nothing
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
      - apiGroups: ["*"]
        apiVersions: ["*"]
        operations: ["*"]
        resources: ["*/*"]
  matchConditions:
    - name: it-is-this-account
      expression: request.userInfo.username == "system:serviceaccount:${namespace}:${name}"
  validations:
    - expression: has(request.dryRun) && request.dryRun
      message: this account only tries what would be, and changes nothing
      reason: Forbidden
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: ${name}-changes-nothing
spec:
  policyName: ${name}-changes-nothing
  validationActions: [Deny]
`;
