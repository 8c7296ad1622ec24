/** Where a shell's script finds its data: the same JSON that a whole page holds, for the address in `of`. */
export const shellDataPath = '/__shell/data';

/**
 * Fills an empty page in a browser: gets the data, adds it as the `__NEXT_DATA__` element that a whole page has, and
 * draws the tracks as the site does (`[data-testid="tracks-table-row"]`), or the header of the one track.
 */
export const shellScript = `<script>
(async () => {
  const address = location.pathname + location.search;
  const answer = await fetch('${shellDataPath}?of=' + encodeURIComponent(address));
  const text = await answer.text();
  const root = document.getElementById('__next');
  const add = (parent, tag, attributes, content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = content ?? '';
    parent.append(element);
    return element;
  };
  const draw = (track) => {
    const row = add(root, 'div', { 'data-testid': 'tracks-table-row' });
    add(row, 'a', { href: '/track/t/' + track.track_id, title: track.track_name }, track.track_name + ' ' + track.mix_name);
    const names = add(row, 'div', { class: 'ArtistNames' });
    for (const artist of track.artists) add(names, 'a', { href: '/artist/a/' + artist.artist_id }, artist.artist_name);
    add(row, 'div', { class: 'cell label' }, track.label.label_name);
    add(row, 'div', { class: 'cell bpm' }, track.bpm + ' BPM - ' + track.key_name);
    add(row, 'div', { class: 'cell date' }, track.release_date.slice(0, 10));
  };
  for (const query of JSON.parse(text).props.pageProps.dehydratedState.queries) {
    const data = query.state.data;
    const rows = data?.tracks?.data ?? data?.data;
    if (Array.isArray(rows)) rows.filter((row) => row.track_id).forEach(draw);
    else if (data?.mix_name) add(root, 'h1', { class: 'TrackHeader-style__Name' }, (data.track_name ?? data.name) + ' ' + data.mix_name);
  }
  add(document.body, 'script', { id: '__NEXT_DATA__', type: 'application/json' }, text);
})();
</script>`;
