/** A small definition with everything that such a schema may hold. */
export const probeCrd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: probes.test.example
spec:
  group: test.example
  scope: Namespaced
  names: {kind: Probe, listKind: ProbeList, plural: probes, singular: probe}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        required: [spec]
        properties:
          apiVersion: {type: string}
          kind: {type: string}
          metadata: {type: object}
          spec:
            type: object
            required: [port, mode]
            properties:
              port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
              interval: {type: string, pattern: '^[0-9]+(ms|s|m|h)$'}
              mode: {type: string, enum: [active, passive], default: active}
              retries: {type: integer, minimum: 0, exclusiveMinimum: true}
              note: {type: string, nullable: true}
              free: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {known: {type: string}}}
              pod: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
              labels: {type: object, additionalProperties: {type: string}}
              endpoints:
                type: array
                items:
                  type: object
                  properties:
                    path: {type: string}
                    host: {type: string}
                    service: {type: string}
                  oneOf: [{required: [host]}, {required: [service]}]
`;

/** An object of that kind with this text as its spec, indented by two. */
export const probe = (spec: string, metadata = "  name: a\n"): string =>
  `apiVersion: test.example/v1\nkind: Probe\nmetadata:\n${metadata}spec:\n${spec}`;
