// `/schemas/licence/1.json`: the form of a professional licence. Its bytes are pinned by a test: published schemas never change.

export const LICENCE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Professional licence',
  type: 'object',
  required: ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'],
  properties: {
    id: {
      type: 'string',
      pattern: '^urn:uuid:',
    },
    type: {
      type: 'array',
      contains: {
        const: 'ProfessionalLicenceCredential',
      },
    },
    validFrom: {
      type: 'string',
      format: 'date-time',
    },
    validUntil: {
      type: 'string',
      format: 'date-time',
    },
    credentialSubject: {
      type: 'object',
      required: ['type', 'name', 'licence'],
      properties: {
        id: {
          type: 'string',
        },
        type: {
          const: 'LicensedPractitioner',
        },
        name: {
          oneOf: [
            {
              type: 'string',
              minLength: 1,
            },
            {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['value'],
                properties: {
                  value: {
                    type: 'string',
                    minLength: 1,
                  },
                  lang: {
                    type: 'string',
                  },
                  script: {
                    type: 'string',
                  },
                  kind: {
                    enum: ['native', 'passport', 'former', 'other'],
                  },
                },
                additionalProperties: false,
              },
            },
          ],
        },
        licence: {
          type: 'object',
          required: ['number', 'regulator', 'profession', 'jurisdiction', 'scope', 'conditions'],
          properties: {
            number: {
              type: 'string',
              minLength: 1,
            },
            register: {
              type: 'string',
            },
            regulator: {
              type: 'string',
            },
            profession: {
              type: 'object',
              required: ['isco08'],
              properties: {
                isco08: {
                  type: 'string',
                  pattern: '^[0-9]{4}$',
                },
                local: {
                  type: 'string',
                },
              },
              additionalProperties: false,
            },
            jurisdiction: {
              type: 'string',
              pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$',
            },
            scope: {
              enum: ['full', 'provisional', 'supervised'],
            },
            conditions: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
            firstRegistered: {
              type: 'string',
              format: 'date',
            },
            qualifiedIn: {
              type: 'string',
            },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
} as const
