// One candidate's page on the demo portal: who, what for, and the documents handed in. Pure.
import { CandidateDocumentCard } from './candidate-document.tsx'
import type { Addressed, Candidate } from './content.ts'
import { initials, longDay, StagePill } from './parts.tsx'
import { PortalFrame } from './portal-frame.tsx'

const describePerson = (candidate: Candidate) => ({
  '@context': 'https://schema.org',
  '@type': 'Person',
  name: candidate.name,
  description: candidate.summary,
  knowsLanguage: candidate.languages,
  homeLocation: { '@type': 'Place', name: candidate.location },
  hasOccupation: candidate.experience.map(({ title }) => ({ '@type': 'Occupation', name: title })),
})

export const CandidatePage = ({ candidate }: { readonly candidate: Addressed<Candidate> }) => (
  <PortalFrame title={candidate.name} isList={false} about={describePerson(candidate)}>
    <a class="back" href="/demo">
      ← All candidates
    </a>
    <div class="person">
      <span class="avatar large" aria-hidden="true">
        {initials(candidate.name)}
      </span>
      <div>
        <h1>{candidate.name}</h1>
        <p class="lead">Application: {candidate.role}</p>
      </div>
      <StagePill stage={candidate.stage} />
    </div>
    <div class="columns">
      <div class="stack">
        <section class="card" aria-labelledby="documents">
          <h2 id="documents">Degrees and licences</h2>
          <ul class="documents">
            {candidate.documents.map((document, index) => (
              <CandidateDocumentCard
                key={document.title}
                document={document}
                address={`/demo/candidates/${candidate.slug}/documents/${index + 1}.jwt`}
              />
            ))}
          </ul>
        </section>
        <section class="card" aria-labelledby="experience">
          <h2 id="experience">Experience</h2>
          <ol class="timeline">
            {candidate.experience.map((job) => (
              <li key={job.title + job.from}>
                <h3>{job.title}</h3>
                <p class="soft">
                  {job.organization} · {job.from} – {job.until}
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <aside class="stack" aria-label="Application">
        <section class="card" aria-labelledby="summary">
          <h2 id="summary">Summary</h2>
          <p>{candidate.summary}</p>
        </section>
        <section class="card" aria-labelledby="details">
          <h2 id="details">Application</h2>
          <dl>
            <Fact name="Department" value={candidate.department} />
            <Fact name="Lives in" value={candidate.location} />
            <Fact name="Languages" value={candidate.languages.join(', ')} />
            <Fact name="Applied on" value={longDay(candidate.appliedOn)} />
          </dl>
        </section>
      </aside>
    </div>
  </PortalFrame>
)

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
