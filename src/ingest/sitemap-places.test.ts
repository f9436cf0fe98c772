import { describe, expect, it } from 'vitest';
import { sitemapPlaces } from './sitemap-places.ts';

describe('sitemapPlaces', () => {
  it('gives what robots.txt names with "news" in it, then common places, then the rest', () => {
    const robots =
      'User-agent: *\nDisallow: /private\nSitemap: https://paper.example/sitemap.xml\nsitemap: /maps/news-today.xml.gz\nSitemap: ftp://paper.example/x.xml\n';
    const places = sitemapPlaces('https://paper.example/world/', robots);
    expect(places[0]).toBe('https://paper.example/maps/news-today.xml.gz');
    expect(places[1]).toBe('https://paper.example/news-sitemap.xml');
    expect(places.at(-1)).toBe('https://paper.example/sitemap.xml');
    expect(places.every((url) => url.startsWith('https://paper.example/'))).toBe(true);
  });

  it('gives common places where there is no robots.txt', () => {
    expect(sitemapPlaces('https://paper.example/', '')).toContain('https://paper.example/sitemap-news.xml');
  });
});
