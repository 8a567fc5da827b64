// The words of the Well Known DID Configuration. Pure. @see https://identity.foundation/.well-known/resources/did-configuration/

export const DID_CONFIGURATION_CONTEXT =
  'https://identity.foundation/.well-known/did-configuration/v1'
export const DID_CONFIGURATION_PATH = '/.well-known/did-configuration.json'
export const DOMAIN_LINKAGE_TYPE = 'DomainLinkageCredential'
export const LINKED_DOMAINS_TYPE = 'LinkedDomains'
